"""The minutes of the past meetings: their prose, and one thing that was found wrong."""

APPROVED = 3  # the latest but one, and those before it
OPENED, CLOSED = "14:04", "16:10"

KINDS = {
    "Opening, Serenity Prayer, Traditions and Concepts": "opening",
    "Roll call and quorum": "roll-call",
    "Welcome to new groups and representatives": "welcome",
    "Minutes of the last meeting": "minutes",
    "Treasurer’s report": "treasurer",
    "Registrar’s report": "officers",
    "Reports of the committees": "committees",
    "Sharing of the groups": "groups",
    "Old business": "old",
    "New business": "new",
    "Open positions and elections": "elections",
    "Announcements, next meeting, closing": "dates",
}

PROSE = {
    "Opening, Serenity Prayer, Traditions and Concepts": (
        "The meeting opened with a moment of silence and the Serenity Prayer. The "
        "Twelve Traditions and the Concept of the month were read by representatives."
    ),
    "Welcome to new groups and representatives": (
        "The Registrar welcomed those who came for the first time. Each was given the "
        "one-page sheet and the name of somebody to sit beside."
    ),
    "Minutes of the last meeting": "They had gone round two weeks before.",
    "Treasurer’s report": (
        "The Treasurer read the report of the month. It foots with the statement of "
        "the bank, which the reviewers have seen. It was accepted without objection."
        "\n\nA representative asked what the prudent reserve is for; the Treasurer "
        "answered from the policy."
    ),
    "Delegate’s report": "What the Region asks of its Areas was read.",
    "Sharing of the groups": "Each group in turn, two minutes. Nobody was hurried.",
    "New business": "Motions were read twice, and spoken about before each vote.",
    "Announcements, next meeting, closing": "Closed with the Third Step Prayer.",
}

CORRECTION = (
    "Group 9",
    "The second meeting of Women on the Water begins at 16:00, not at 17:00.",
)
