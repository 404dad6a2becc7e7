"""The roll call on a phone or tablet: one page, and small addresses that write.

A tap for a group or an officer may be sent twice, or from a page that is old by now: it
says what is so, and not what is to be changed. Only what adds carries a token.
"""
