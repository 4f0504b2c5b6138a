"""Short digests by which paragraphs, objects and changes are known again."""

from __future__ import annotations


def fingerprint(text: str, size: int = 6) -> str:
    """Return a digest of `size` bytes in hexadecimal digits."""
    from hashlib import blake2b  # brings OpenSSL along, which the pages of a text do without

    return blake2b(text.encode(errors="replace"), digest_size=size).hexdigest()
