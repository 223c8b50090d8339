//! The JSON Schema of the format, made from its types. A test fails when the served one is stale.

use schemars::generate::SchemaSettings;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{List, Organisation};

impl<T: JsonSchema> JsonSchema for List<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

const SERVED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/organisation.schema.json");

fn generate() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Organisation<'static>>();
    lists_may_be_left_out(schema.as_object_mut().map(|map| map.values_mut().collect()).unwrap_or_default());
    if let Some(root) = schema.as_object_mut() {
        let properties = root.get_mut("properties").and_then(|p| p.as_object_mut());
        if let Some(properties) = properties {
            properties.insert("format".into(), serde_json::json!({ "const": super::FORMAT }));
        }
        root.insert("title".into(), "Ombud: organisation.json, format 1".into());
        let required: Vec<&str> = vec!["format"];
        root.insert("required".into(), required.into());
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    text
}

/// The reader takes an absent list for an empty one; the schema says so too.
pub(crate) fn lists_may_be_left_out(values: Vec<&mut serde_json::Value>) {
    for value in values {
        match value {
            serde_json::Value::Object(map) => {
                let optional: Vec<String> = map
                    .get("properties")
                    .and_then(|properties| properties.as_object())
                    .into_iter()
                    .flatten()
                    .filter(|(_, property)| {
                        property["type"] == "array"
                            || property["$ref"] == "#/$defs/Fields"
                            || property["$ref"].as_str().is_some_and(|target| target.ends_with("ByKey"))
                            || property["$ref"] == "#/$defs/Marking"
                    })
                    .map(|(name, _)| name.clone())
                    .collect();
                if let Some(required) = map.get_mut("required").and_then(|required| required.as_array_mut()) {
                    required.retain(|name| !optional.iter().any(|optional| name == optional));
                }
                lists_may_be_left_out(map.values_mut().collect());
            }
            serde_json::Value::Array(list) => lists_may_be_left_out(list.iter_mut().collect()),
            _ => {}
        }
    }
}

#[test]
fn the_served_schema_is_the_one_the_types_give() {
    let generated = generate();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(SERVED, &generated).unwrap();
    }
    let served = std::fs::read_to_string(SERVED).unwrap_or_default();
    assert!(
        served == generated,
        "public/organisation.schema.json is stale: run `UPDATE_SCHEMA=1 cargo test --lib schema`"
    );
}
