"""The pages of service outside the admin: a package for each thing that is done."""
