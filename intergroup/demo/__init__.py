"""The demonstration body: Heroin Anonymous, Three Rivers Area. It is fictional."""
