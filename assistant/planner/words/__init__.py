"""What words mean, whatever is said with them: of kinds, fields and figures, of orders and questions, and how they are spelt."""
