"""What is measured, each figure beside its floor in one run: ``python -m bench``."""
