"""From a file somebody sent to rows in the lake, a version in the register and a receipt.

Belongs here: recognising a file by its content, reading cells as text, mapping them onto a form (the form's
own template or a declared layout), typing by contract, the archive, the lake, the register with its
migrations, receipts, and the factor sets an office adds.

Does not belong here: what is right or wrong about a return (rules are passed in, `quality` holds them), the
forms themselves (`lingtan.contracts`), and anything computed from what was taken in.
"""
