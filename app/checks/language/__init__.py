"""What is known of words and sentences: where they end, how likely and how alike they are."""
