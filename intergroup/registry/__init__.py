"""The register: the body, its districts, groups, meetings and people."""
