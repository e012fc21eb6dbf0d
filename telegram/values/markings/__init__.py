"""Classification markings: banners, portion marks and classification lines.

One grammar with two vocabularies, one for banners and one for portions. The shape of a marking is
in `grammar/markings.lark`; what its words mean, and which may stand together, are tables of
`telegram.data`. `marking` reads and judges a banner, `portion_marking` a paragraph's mark, `line` a
telegram's first line; `rollup` gives the overall marking of portions, with its evidence.
"""
