"""Pages as they are printed: typesetting, painting, PDF, preview."""
