"""Towns and meeting rooms of the Three Rivers country; none of them exists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Town:
    """An invented town; where it would lie, a little apart from the others."""

    name: str
    zip_code: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Room:
    """A place to meet: its name, its street and its town."""

    name: str
    street: str
    town: Town
    notes: str = ""


ALDERFORD = Town("Alderford", "61390", 40.712, -90.061)
UPPER_WEIR = Town("Upper Weir", "61391", 40.861, -90.142)
COLDSPRING = Town("Coldspring", "61392", 40.902, -90.018)
FERRY_LANDING = Town("Ferry Landing", "61393", 40.788, -89.957)
MARL_BEND = Town("Marl Bend", "61394", 40.655, -90.214)
QUARRY_HILL = Town("Quarry Hill", "61395", 40.598, -90.301)
ASHDOWN = Town("Ashdown Landing", "61396", 40.571, -90.175)
TAMSIN_LOCKS = Town("Tamsin Locks", "61397", 40.664, -89.893)
REEDWATER = Town("Reedwater", "61398", 40.602, -89.842)
HERON_POINT = Town("Heron Point", "61399", 40.547, -89.935)

ROOMS = {
    "lock-house": Room(
        "Lock House Community Center", "1 Confluence Square", ALDERFORD, "Second floor."
    ),
    "st-brendan": Room(
        "St. Brendan’s Church",
        "418 Bridge Street",
        ALDERFORD,
        "Door on the river side.",
    ),
    "library": Room("Alderford Public Library", "220 Market Street", ALDERFORD),
    "annex": Room("Trinity Annex", "75 Weaver Lane", ALDERFORD, "Ring twice."),
    "union-hall": Room("Boatmen’s Union Hall", "903 Quay Street", ALDERFORD),
    "clubhouse": Room("The Twelve Mile Club", "1212 Canal Road", ALDERFORD),
    "riverside": Room(
        "Riverside Hospital", "3000 Hospital Drive", ALDERFORD, "Room B-14."
    ),
    "grange": Room("Grange Hall No. 7", "16 Mill Road", UPPER_WEIR),
    "weir-church": Room("Weir Methodist Church", "240 Dam Street", UPPER_WEIR),
    "firehouse": Room("Old Firehouse", "9 Spring Street", COLDSPRING),
    "cold-chapel": Room("Coldspring Chapel", "55 Orchard Avenue", COLDSPRING),
    "ferry-house": Room("Ferry House", "2 Landing Road", FERRY_LANDING),
    "ferry-school": Room(
        "Ferry Landing Middle School", "610 School Street", FERRY_LANDING, "Room 4."
    ),
    "marl-hall": Room("Marl Bend Town Hall", "100 Main Street", MARL_BEND),
    "marl-lutheran": Room("Good Shepherd Church", "327 Second Street", MARL_BEND),
    "veterans": Room("Veterans’ Hall", "48 Main Street", MARL_BEND),
    "quarry": Room("Stonecutters’ Hall", "71 Quarry Road", QUARRY_HILL),
    "quarry-church": Room(
        "First Congregational Church", "12 Hill Street", QUARRY_HILL, "Basement."
    ),
    "ashdown": Room("Ashdown Meeting House", "30 Wharf Street", ASHDOWN),
    "tamsin": Room("Lockkeeper’s Cottage", "5 Towpath", TAMSIN_LOCKS),
    "tamsin-ymca": Room("Tamsin Recreation Center", "440 Elm Street", TAMSIN_LOCKS),
    "reedwater": Room("Reedwater Community Church", "818 Marsh Road", REEDWATER),
    "reed-library": Room("Reedwater Branch Library", "21 Depot Street", REEDWATER),
    "heron": Room("Heron Point Pavilion", "1 Lakeshore Drive", HERON_POINT),
    "heron-church": Room("St. Clare’s Church", "166 Heron Avenue", HERON_POINT),
}
