mod feedback;
mod whole;
