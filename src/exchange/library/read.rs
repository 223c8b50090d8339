//! From a library to scales and matrices.

use serde_json::{Value, json};

use super::{LISTS, LibraryFault, LibraryMethods, LibraryObject, Wrong, language, take};
use crate::draft::slug::new_id;
use crate::exchange::yaml::{self, Node, UnreadableYaml};
use crate::organisation::json::MAX_DEPTH;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;

/// Letters of an abbreviation that fit in a cell.
const LETTERS: usize = 2;

/// Reads all matrices of a library.
pub fn read(text: &str) -> Result<LibraryMethods, LibraryFault> {
    let root = yaml::read(text).map_err(LibraryFault::Yaml)?;
    let top = NodePlace { node: &root, path: String::new() };
    if root.map().is_none() {
        return Err(top.wrong(Wrong::NotAMapping));
    }
    let objects = top.get("objects")?;
    let locale = language(root.get("locale").map(Node::json).as_ref());
    let mut header = object(&root.json());
    let mut rest = object(&objects.node.json());
    let mut found = Vec::new();
    for list in LISTS {
        if objects.node.get(list).is_some() {
            rest.remove(list);
            let items = objects.get(list)?.items()?;
            found.extend(items.into_iter().map(|matrix| (list, matrix)));
        }
    }
    if found.is_empty() {
        return Err(LibraryFault::NoMatrix);
    }
    header.insert("objects".to_owned(), rest.into());
    let mut methods = LibraryMethods::default();
    let mut ids = Vec::new();
    for (list, matrix) in found {
        let id = id_of(&matrix, &ids);
        ids.push(id.clone());
        let kept = |own: LibraryObject| json!({"library": header, "list": list, "matrix": own});
        read_matrix(&matrix, &id, locale, &kept, &mut methods)?;
    }
    Ok(methods)
}

fn read_matrix(
    matrix: &NodePlace<'_>,
    id: &str,
    locale: Option<Language>,
    kept: &dyn Fn(LibraryObject) -> Value,
    methods: &mut LibraryMethods,
) -> Result<(), LibraryFault> {
    let lists = ["probability", "impact", "risk"];
    let [probability, impact, risk] = lists.map(|key| matrix.get(key)?.items());
    let (probability, impact, risk) = (probability?, impact?, risk?);
    let grid = read_grid(&matrix.get("grid")?, probability.len(), impact.len(), risk.len())?;

    let scale = |word: &str, name: Value, levels: &[NodePlace<'_>]| -> Result<(String, String), LibraryFault> {
        let id = format!("{id}-{word}");
        let levels: Vec<Value> = levels.iter().map(|level| read_level(level, locale)).collect::<Result<_, _>>()?;
        let line = written(&json!({"id": id, "name": name, "levels": levels}))?;
        Ok((id, line))
    };
    let (likelihood, line) = scale("likelihood", json!({"sv": "Sannolikhet", "en": "Likelihood"}), &probability)?;
    methods.scales.push(line);
    let (consequence, line) = scale("impact", json!({"sv": "Konsekvens", "en": "Impact"}), &impact)?;
    methods.scales.push(line);

    let mut classes: Vec<Value> = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    for class in &risk {
        let (line, name) = read_class(class, locale)?;
        let id = new_id("classes", &name, &|id| ids.iter().all(|known| known != id));
        ids.push(id.clone());
        classes.push(with(line, "id", id.into()));
    }
    let mut own = object(&matrix.node.json());
    for key in lists.into_iter().chain(["grid"]) {
        own.remove(key);
    }
    let name = take(&mut own, "name", locale);
    let mut method = json!({
        "id": id, "likelihood": likelihood, "consequence": [consequence], "classes": classes, "grid": grid,
        "library": kept(own),
    });
    if let Some(name) = name {
        method = with(method, "name", name);
    }
    methods.matrices.push(written(&method)?);
    Ok(())
}

/// An item of the file as JSON. What is kept of the library may lie deeper there than it did in the library, and then too
/// deep for a file.
fn written(item: &Value) -> Result<String, LibraryFault> {
    // The file and the list of the item are around it.
    if containers(item) + 2 > MAX_DEPTH {
        return Err(LibraryFault::Yaml(UnreadableYaml::TooLarge));
    }
    Ok(item.to_string())
}

/// How many lists and objects lie inside one another in a value, with itself.
fn containers(value: &Value) -> usize {
    let inner = match value {
        Value::Array(items) => items.iter().map(containers).max(),
        Value::Object(fields) => fields.values().map(containers).max(),
        _ => return 0,
    };
    1 + inner.unwrap_or_default()
}

fn read_level(level: &NodePlace<'_>, locale: Option<Language>) -> Result<Value, LibraryFault> {
    let mut own = level.object()?;
    let name = take(&mut own, "name", locale).ok_or_else(|| level.wrong(Wrong::Missing("name".into())))?;
    let mut line = json!({"name": name});
    if let Some(description) = take(&mut own, "description", locale) {
        line = with(line, "description", description);
    }
    Ok(with(line, "library", own.into()))
}

/// A class without its id, and what it is called.
fn read_class(class: &NodePlace<'_>, locale: Option<Language>) -> Result<(Value, String), LibraryFault> {
    let mut own = class.object()?;
    let name = take(&mut own, "name", locale).ok_or_else(|| class.wrong(Wrong::Missing("name".into())))?;
    // An id is better in English where there is a choice: it is what programs see.
    let plain = name.get("en").unwrap_or(&name).as_str().unwrap_or_default().to_owned();
    let mut line = json!({"name": name});
    if let Some(demands) = take(&mut own, "description", locale) {
        line = with(line, "demands", demands);
    }
    let letter = own.get("abbreviation").and_then(super::said);
    if let Some(letter) = letter.filter(|letter| (1..=LETTERS).contains(&letter.chars().count())) {
        line = with(line, "letter", letter.into());
    }
    if let Some(colour) = own.get("hexcolor").and_then(Value::as_str) {
        line = with(line, "colour", colour.into());
        own.remove("hexcolor");
    }
    Ok((with(line, "library", own.into()), plain))
}

fn read_grid(grid: &NodePlace<'_>, rows: usize, columns: usize, classes: usize) -> Result<Vec<Vec<i64>>, LibraryFault> {
    let lines = grid.items()?;
    if lines.len() != rows {
        return Err(grid.wrong(Wrong::Rows { rows: saturating(lines.len()), expected: saturating(rows) }));
    }
    let read_row = |row: NodePlace<'_>| {
        let cells = row.items()?;
        if cells.len() != columns {
            return Err(row.wrong(Wrong::Columns { columns: saturating(cells.len()), expected: saturating(columns) }));
        }
        cells.iter().map(|cell| cell.class(classes)).collect()
    };
    lines.into_iter().map(read_row).collect()
}

/// An id for a matrix: its `ref_id`, else its name, in plain letters.
fn id_of(matrix: &NodePlace<'_>, taken: &[String]) -> String {
    let word = |key: &str| matrix.node.get(key).map(Node::json).and_then(|value| super::said(&value));
    let name = word("ref_id").or_else(|| word("name")).unwrap_or_default();
    new_id("matrix", &name, &|id| taken.iter().all(|known| known != id))
}

/// A node, and where it is.
struct NodePlace<'n> {
    node: &'n Node,
    path: String,
}

impl<'n> NodePlace<'n> {
    fn wrong(&self, what: Wrong) -> LibraryFault {
        LibraryFault::At { line: self.node.line, path: self.path.clone(), what }
    }

    fn get(&self, key: &str) -> Result<NodePlace<'n>, LibraryFault> {
        let node = self.node.get(key).ok_or_else(|| self.wrong(Wrong::Missing(key.to_owned())))?;
        let path = if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Ok(NodePlace { node, path })
    }

    fn items(&self) -> Result<Vec<NodePlace<'n>>, LibraryFault> {
        let items = self.node.list().filter(|items| !items.is_empty());
        let items = items.ok_or_else(|| self.wrong(Wrong::NotAList))?;
        let item = |(place, node)| NodePlace { node, path: format!("{}[{place}]", self.path) };
        Ok(items.iter().enumerate().map(item).collect())
    }

    fn object(&self) -> Result<LibraryObject, LibraryFault> {
        if self.node.map().is_none() {
            return Err(self.wrong(Wrong::NotAMapping));
        }
        Ok(object(&self.node.json()))
    }

    /// A cell of the grid.
    fn class(&self, classes: usize) -> Result<i64, LibraryFault> {
        let value = self.node.json();
        let class = value.as_i64().filter(|class| usize::try_from(*class).is_ok_and(|class| class < classes));
        class.ok_or_else(|| self.wrong(Wrong::Class { found: value.to_string(), classes: saturating(classes) }))
    }
}

fn object(value: &Value) -> LibraryObject {
    value.as_object().cloned().unwrap_or_default()
}

fn with(mut line: Value, key: &str, value: Value) -> Value {
    if let Some(line) = line.as_object_mut() {
        line.insert(key.to_owned(), value);
    }
    line
}
