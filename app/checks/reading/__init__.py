"""How the rules read a document: some paragraphs at once, what changed, whose finding stands."""
