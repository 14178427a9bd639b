//! What a command answers: the same content as one JSON object and as text.

use assay_engine::Done;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The answer of a command.
#[derive(Debug)]
pub struct Answer {
    json: Value,
    text: String,
    refused: bool,
}

impl Answer {
    /// From a JSON object and a text, which gets a line break at its end.
    pub fn new(json: Value, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        Self { json, text, refused: false }
    }

    /// Something under its noun, singular or plural.
    pub fn of(noun: &str, value: &impl Serialize, text: impl Into<String>) -> Self {
        let mut object = Map::new();
        object.insert(noun.into(), value_of(value));
        Self::new(Value::Object(object), text)
    }

    /// What a write gives, under its noun, with what changed.
    pub fn done<T: Serialize>(noun: &str, done: &Done<T>, text: impl Into<String>) -> Self {
        Self::of(noun, &done.value, text).with("changed", &done.changed)
    }

    /// With one more field.
    pub fn with(mut self, field: &str, value: &impl Serialize) -> Self {
        if let Some(object) = self.json.as_object_mut() {
            object.insert(field.into(), value_of(value));
        }
        self
    }

    /// With the exit code that says that something was refused.
    pub fn refused_if(mut self, refused: bool) -> Self {
        self.refused = refused;
        self
    }

    /// As one JSON object.
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// As text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether something of what was asked was refused.
    pub fn is_refused(&self) -> bool {
        self.refused
    }
}

/// The JSON of a value; what cannot be told in JSON is told as such rather than left out.
fn value_of(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| json!({"unreadable": error.to_string()}))
}
