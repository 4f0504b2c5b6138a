"""Documents in and out of the Word format: reading, writing, lossless saving, layouts."""
