"""The pages of appraisal."""
