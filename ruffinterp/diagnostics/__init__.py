"""What is told about programs that are wrong: one model, one renderer for people, one for JSON.

* ``kinds``: what is wrong, as symbols; whoever picks a hint looks at these and never at a text
* ``model``: ``Diagnostic`` with its spans, help, note and suggestion
* ``render_text`` (with ``source_frame``) and ``render_json`` (with ``json_text``)
* ``hints``: the tables of hints, and words and names of other languages
* ``spelling`` and ``suggestions``: the nearest name

Direction of imports: this package imports ``text`` and nothing else of the interpreter, so that
syntax, compiler, checker, objects, vm and cli can all make diagnostics.  A source text comes in as
an object (syntax/source.py).  What has to look at tokens to choose a hint stands in ``syntax``, what
has to look at values in ``cli``; both take the texts from here.
"""
