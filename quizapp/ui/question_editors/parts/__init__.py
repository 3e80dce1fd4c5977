"""What the forms of several types share: fields, lists of rows, pickers."""
