"""What people should hear about without looking."""
