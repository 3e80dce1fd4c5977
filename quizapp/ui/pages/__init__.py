"""The pages of the window. None knows another: they emit, and the application connects them."""
