//! The JSON Schema of change files, made from their records. A test fails when the served one is stale.

use schemars::generate::SchemaSettings;

use super::CHANGES_VERSION;
use super::records::WrittenChanges;
use crate::organisation::schema::lists_may_be_left_out;

const SERVED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/changes.schema.json");

fn generate() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<WrittenChanges<'static>>();
    lists_may_be_left_out(schema.as_object_mut().map(|map| map.values_mut().collect()).unwrap_or_default());
    if let Some(root) = schema.as_object_mut() {
        if let Some(properties) = root.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
            properties.insert("version".into(), serde_json::json!({ "const": CHANGES_VERSION }));
        }
        root.insert("title".into(), "Ombud: changes, version 1".into());
        root.insert("required".into(), serde_json::json!(["ombud", "version", "from"]));
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    text
}

#[test]
fn the_served_schema_of_changes_is_the_one_their_records_give() {
    let generated = generate();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(SERVED, &generated).unwrap();
    }
    let served = std::fs::read_to_string(SERVED).unwrap_or_default();
    assert!(served == generated, "public/changes.schema.json is stale: run `UPDATE_SCHEMA=1 cargo test --lib schema`");
}
