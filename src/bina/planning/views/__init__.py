"""The pages of planning. They fetch what the reader may see, ask the services, and show."""
