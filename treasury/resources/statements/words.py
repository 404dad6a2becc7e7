"""The words that banks use, none of which is somebody’s name in the usual place.

First names that are bank words too, such as Bill or Chase, stand only in phrases.
Months do not stand here at all: April, May and June are people.
"""

_WORDS = """
    ach adj adjustment advice atm auto automatic autopay bacs balance bank banking
    bankcard basket bgc branch business card cash cashback center central chaps charge
    charges check checkcard checking checks chk chq cheque cheques chqs clearing clr
    co collection com committee community conf confirmation contactless contribution
    contributions corp corporate correction counter credit credits crd customer
    daily date dd debit debits dep deposit deposits des desktop direct dispute
    district domestic draft dslip dup ebank ebill eft electronic entry error est
    exchange external fast faster fee fees fellowship foreign fund funds fpi fpo
    from for general giro group groups grp gateway home http https id in inc incoming
    insurance instant insufficient int interest intergroup internal international
    internet intl inv invoice item items ledger letter library llc literature lockbox
    ltd maintenance meeting member merchant minimum misc mob mobile money monthly
    net night nightly no non note nsf number num of office on online operating order
    other out outgoing overdraft owned paid paper payment payments payout paypal pc
    pending phone pin pmt pmts pos posted ppd preauthorized previous principal printed
    processing purchase pymt quarterly rate re recd receipt received recurring ref
    reference refund refunded reg region regional regular rent rental repeat request
    return returned reversal rev rtp sale savings sav security send sent service
    services serv setup share so software square standard standing statement stmt
    stop stopped subscription supplies svc tax tel teller telephone terminal tfr the
    to trans transaction transactions transfer transferred trf txn type
    unauthorized undeposited usd utilities vault venmo via visa web website weekly
    wire wires withdrawal withdrawn withdrawals with wo www xfer year yearly zelle
    mastercard amex stripe aa na oa ca alanon alateen gso gsr
    tradition seventh 7th area world convention assembly workshop conference hotline
    answering contrib contr reimbursement reimb void voided
    am pm bkofamerica cashed desc edeposit orig quickpay remote thank thanks you your
    folgelastschrift gutschr gutschrift lastschrift dauerauftrag überweisung
    ueberweisung umbuchung zinsen
    gebühr gebuehr entgelt abschluss bargeld einzahlung auszahlung kartenzahlung
    miete scheck sepa basislastschrift iban bic rechnung beitrag von an für fuer
    kontoführung konto
    virement prélèvement prelevement versement retrait dépôt depot frais chèque carte
    facture intérêts interets loyer vers
    transferencia depósito deposito comisión comision pago cargo abono retiro
    efectivo intereses cheque tarjeta recibo
"""
VOCABULARY = frozenset(_WORDS.split())
PHRASES = (
    "bill pay",
    "bill payment",
    "bill payments",
    "bill pmt",
    "bank of america",
    "capital one",
    "wells fargo",
    "jpmorgan chase",
    "chase bank",
    "chase credit crd",
    "u s bank",
    "post office",
    "al-anon",
    "per month",
)
