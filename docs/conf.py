"""The manual: Markdown pages, and API pages from the docstrings."""

from importlib.metadata import version as installed_version

project = "telegram"
author = "The autodin-telegram authors"
copyright = author
version = release = installed_version("autodin-telegram")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 80
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"telegram {release}"
html_copy_source = False
default_role = "code"
