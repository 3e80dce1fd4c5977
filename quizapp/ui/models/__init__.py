"""What Qt's views show: rows and cells, as plain as the views want them."""
