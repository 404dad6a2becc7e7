"""What the database itself keeps of business meetings, whoever writes."""

from intergroup.business.guards.minutes import MINUTES
from intergroup.business.guards.motions import MOTIONS
from intergroup.business.guards.packets import PACKETS
from intergroup.business.guards.rollcall import ROLL
from intergroup.kit.guards import Guard
from intergroup.registry.guards import stamps

RULES = stamps("business_rules")  # they say what stands in the public menu

GUARDS: tuple[Guard, ...] = (*RULES, *PACKETS, *MINUTES, *MOTIONS, *ROLL)
