"""The room that shows how quality actions are spread over the mandates of all centres."""
