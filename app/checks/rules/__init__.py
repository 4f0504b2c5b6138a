"""One rule per file: file name = id = function name; files whose name opens with _ hold no rule."""
