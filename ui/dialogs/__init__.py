"""Questions, messages and small windows that stand in front of the main one."""
