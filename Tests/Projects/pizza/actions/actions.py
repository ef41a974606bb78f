"""The custom actions of a pizza place, as its owner would write them for rasa-sdk."""

import re
import time

from rasa_sdk import Action, FormValidationAction, ValidationAction
from rasa_sdk.events import SlotSet

PRICES = {"small": 7.5, "large": 11.0}


class ActionPrice(Action):
    def name(self):
        return "action_price"

    def run(self, dispatcher, tracker, domain):
        price = PRICES.get(tracker.get_slot("size"), 9.0)
        said = sum(1 for event in tracker.events if event.get("event") == "user")
        dispatcher.utter_message(response="utter_price", amount=price)
        dispatcher.utter_message(
            text=f"You have written {said} messages.",
            buttons=[{"title": "Order", "payload": "/order_pizza"}],
        )
        return [SlotSet("price", price)]


class ActionFindVoucher(Action):
    def name(self):
        return "action_find_voucher"

    def run(self, dispatcher, tracker, domain):
        found = re.search(r"\bV\d+\b", tracker.latest_message.get("text") or "")
        return [SlotSet("voucher", found.group(0))] if found else []


class ActionBreak(Action):
    def name(self):
        return "action_break"

    def run(self, dispatcher, tracker, domain):
        raise ValueError("the oven is cold")


class ActionSlow(Action):
    def name(self):
        return "action_slow"

    def run(self, dispatcher, tracker, domain):
        time.sleep(30)
        dispatcher.utter_message(text="Too late.")
        return []


class ValidateSlots(ValidationAction):
    def extract_mood(self, dispatcher, tracker, domain):
        text = tracker.latest_message.get("text") or ""
        return {"mood": "hungry"} if "pizza" in text else {}


class ValidatePizzaForm(FormValidationAction):
    def name(self):
        return "validate_pizza_form"

    async def required_slots(self, domain_slots, dispatcher, tracker, domain):
        return domain_slots + (["street"] if tracker.get_slot("wants_delivery") else [])

    def validate_size(self, value, dispatcher, tracker, domain):
        if value in PRICES:
            return {"size": value}
        dispatcher.utter_message(text=f"There is no {value} pizza.")
        return {"size": None}

    def extract_street(self, dispatcher, tracker, domain):
        text = tracker.latest_message.get("text") or ""
        asked = tracker.get_slot("requested_slot") == "street"
        return {"street": text} if asked and any(c.isdigit() for c in text) else {}
