//! Municipalities full of canaries: every text that the schema of the format allows is one that stands nowhere else, so
//! that finding it in an extract tells which field of which item has leaked. A field the format gains is filled as well.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../public/organisation.schema.json")).unwrap());

/// Numbers that look random and are the same every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn pick<'v, T>(&mut self, from: &'v [T]) -> &'v T {
        &from[self.throw(from.len())]
    }
}

/// A text that stands in one place.
#[derive(Debug, Clone)]
pub(crate) struct Canary {
    /// The text, which stands in no other place.
    pub(crate) text: String,
    /// The list of its item, and the fields it stands in; `?` before a field the format does not know.
    pub(crate) path: Vec<String>,
    /// How its item is marked, and that within which it lies.
    pub(crate) markings: Vec<String>,
    /// Whether its item is set aside, or is a top-level field the format does not know.
    pub(crate) aside: bool,
}

impl Canary {
    pub(crate) fn list(&self) -> &str {
        &self.path[0]
    }

    pub(crate) fn is_in(&self, fields: &[&str]) -> bool {
        self.path[1..].iter().any(|field| fields.contains(&field.as_str()))
    }
}

/// A file, its canaries, and the ids of its items by list.
pub(crate) struct Municipality {
    pub(crate) file: Value,
    pub(crate) canaries: Vec<Canary>,
    pub(crate) ids: BTreeMap<String, Vec<String>>,
}

impl Municipality {
    pub(crate) fn text(&self) -> String {
        self.file.to_string()
    }
}

struct Builder {
    dice: Dice,
    canaries: Vec<Canary>,
    ids: BTreeMap<String, Vec<String>>,
    path: Vec<String>,
    markings: Vec<String>,
    aside: bool,
    /// Whether items are marked at all.
    marks: bool,
}

/// How many items a list gets.
fn size(list: &str) -> usize {
    match list {
        "units" => 9,
        "people" => 6,
        "assignments" => 16,
        "scales" | "editions" => 2,
        "matrices" => 1,
        "rules" => 12,
        _ => 4,
    }
}

const KINDS: [&str; 9] = [
    "municipality",
    "department",
    "department",
    "workplace",
    "workplace",
    "security_unit",
    "group",
    "party",
    "company",
];

/// The unit each belongs to.
const PARENTS: [Option<usize>; 9] = [None, Some(0), Some(0), Some(1), Some(2), Some(0), Some(0), None, Some(0)];

/// The lists, each after those that it names.
fn lists() -> Vec<String> {
    let properties = SCHEMA["properties"].as_object().unwrap();
    let lists =
        properties.iter().filter(|(_, schema)| schema["type"] == "array" && schema["items"]["$ref"].is_string());
    let mut lists: Vec<_> = lists.map(|(list, _)| list.clone()).collect();
    lists.sort_by_key(|list| list == "exceptions");
    lists
}

/// A municipality; with `marks`, items are marked and some cannot be read.
pub(crate) fn municipality(seed: u64, marks: bool) -> Municipality {
    let mut builder = Builder {
        dice: Dice(seed),
        canaries: Vec::new(),
        ids: BTreeMap::new(),
        path: Vec::new(),
        markings: Vec::new(),
        aside: false,
        marks,
    };
    let file = builder.file(&lists());
    Municipality { file, canaries: builder.canaries, ids: builder.ids }
}

impl Builder {
    fn canary(&mut self) -> String {
        let text = format!("k{}k", self.canaries.len());
        self.canaries.push(Canary {
            text: text.clone(),
            path: self.path.clone(),
            markings: self.markings.clone(),
            aside: self.aside,
        });
        text
    }

    fn within<T>(&mut self, field: &str, make: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(field.to_owned());
        let value = make(self);
        self.path.pop();
        value
    }

    fn file(&mut self, lists: &[String]) -> Value {
        let mut file = Map::new();
        file.insert("format".into(), json!(1));
        file.insert("as_of".into(), json!("2026-07-01"));
        // Ids first, so that everything can name anything.
        let mut markings: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for list in lists {
            let marked = (0..size(list)).map(|_| if self.marks { self.marking() } else { String::new() });
            let marked: Vec<_> = marked.collect();
            let has_marking = SCHEMA["$defs"][definition(list)]["properties"]["marking"].is_object();
            let marked = if has_marking { marked } else { vec![String::new(); size(list)] };
            if SCHEMA["$defs"][definition(list)]["properties"]["id"].is_object() {
                let ids = marked.iter().map(|marking| {
                    self.markings.push(marking.clone());
                    let id = self.within(list, |it| it.within("id", Self::canary));
                    self.markings.pop();
                    id
                });
                let ids = ids.collect();
                self.ids.insert(list.clone(), ids);
            }
            markings.insert(list, marked);
        }
        for list in lists {
            let mut items: Vec<_> = markings[list.as_str()]
                .clone()
                .into_iter()
                .enumerate()
                .map(|(place, marking)| {
                    self.markings.push(marking.clone());
                    let mut item = self.within(list, |it| it.item(list, place));
                    self.markings.pop();
                    if !marking.is_empty() {
                        item["marking"] = json!(marking);
                    }
                    item
                })
                .collect();
            if self.marks && list != "matrices" && list != "scales" {
                items.push(self.set_aside(list));
            }
            file.insert(list.clone(), Value::Array(items));
        }
        if self.marks {
            self.aside = true;
            let raw = self.within("?contracts", |it| json!([{ "marking": "internal", "text": it.canary() }]));
            file.insert("contracts".into(), raw);
            self.markings.push("never".into());
            let raw = self.within("?plans", |it| json!([{ "marking": "never", "text": it.canary() }]));
            file.insert("plans".into(), raw);
            self.markings.pop();
            self.aside = false;
        }
        Value::Object(file)
    }

    fn marking(&mut self) -> String {
        let markings = ["", "", "", "", "open", "open", "internal", "secret:18:13", "never", "secret:"];
        let marking = *self.dice.pick(&markings);
        // What stands as the ground of secrecy may be anything.
        if marking == "secret:" {
            self.markings.push("never".into());
            let ground = self.within("anywhere", |it| it.within("marking", Self::canary));
            self.markings.pop();
            return format!("secret:{ground}");
        }
        marking.to_owned()
    }

    /// An item that cannot be used.
    fn set_aside(&mut self, list: &str) -> Value {
        let marking = *self.dice.pick(&["", "internal", "never", "secret:18:13"]);
        self.aside = true;
        self.markings.push(marking.to_owned());
        let item = self.within(list, |it| {
            it.within("?aside", |it| json!({ "id": it.canary(), "text": [it.canary()], "kind": 7 }))
        });
        self.markings.pop();
        self.aside = false;
        let mut item = item;
        if !marking.is_empty() {
            item["marking"] = json!(marking);
        }
        item
    }

    fn item(&mut self, list: &str, place: usize) -> Value {
        let schema = &SCHEMA["$defs"][definition(list)];
        let mut item = self.fill(schema);
        if let Some(shapes) = schema["oneOf"].as_array() {
            let shape = &shapes[place % shapes.len()];
            let Value::Object(filled) = self.fill(shape) else { panic!("a shape is an object") };
            item.as_object_mut().unwrap().extend(filled.into_iter().filter(|(key, _)| key != "unknown"));
        }
        if let Some(ids) = self.ids.get(list) {
            item["id"] = json!(ids[place]);
        }
        item.as_object_mut().unwrap().remove("marking");
        self.connect(list, place, &mut item);
        item
    }

    /// A value of a schema, with a canary wherever a text may stand.
    fn fill(&mut self, schema: &Value) -> Value {
        if let Some(target) = schema["$ref"].as_str() {
            let name = target.strip_prefix("#/$defs/").unwrap();
            return match name {
                // Seen by whoever sees fields that the format does not know.
                "Foreign" if self.marks => self.within("?unknown", |it| json!({ "deep": [it.canary()] })),
                "Frozen" | "Marking" | "Foreign" => Value::Null,
                _ => self.fill(&SCHEMA["$defs"][name]),
            };
        }
        for choices in ["anyOf", "oneOf"] {
            if let Some(choices) = schema[choices].as_array().filter(|_| schema["properties"].is_null()) {
                let some: Vec<_> = choices.iter().filter(|choice| choice["type"] != "null").collect();
                let choice = (*self.dice.pick(&some)).clone();
                return self.fill(&choice);
            }
        }
        if !schema["const"].is_null() {
            return schema["const"].clone();
        }
        if let Some(words) = schema["enum"].as_array() {
            return self.dice.pick(words).clone();
        }
        let of = match &schema["type"] {
            Value::Array(types) => types[0].clone(),
            one => one.clone(),
        };
        match of.as_str().unwrap_or_else(|| panic!("{schema}")) {
            "string" if schema["format"] == "date" => json!(format!("2026-0{}-11", 3 + self.dice.throw(6))),
            "string" => json!(self.canary()),
            "integer" | "number" => json!(1),
            "boolean" => json!(false),
            "array" if schema["prefixItems"].is_array() => json!([1, 1]),
            "array" => json!([self.fill(&schema["items"]), self.fill(&schema["items"])]),
            "object" => self.object(schema),
            other => panic!("no value is made for {other}"),
        }
    }

    fn object(&mut self, schema: &Value) -> Value {
        let mut object = Map::new();
        if schema["additionalProperties"].is_object() {
            let value = self.fill(&schema["additionalProperties"]);
            object.insert("likelihood".into(), value);
            return Value::Object(object);
        }
        for (field, schema) in schema["properties"].as_object().unwrap() {
            let value = self.within(field, |it| it.fill(schema));
            object.insert(field.clone(), value);
        }
        // A text per language is no object of the format.
        if !object.contains_key("sv") && self.marks {
            let unknown = self.within("?unknown", |it| json!({ "deep": [it.canary()] }));
            object.insert("unknown".into(), unknown);
        }
        Value::Object(object)
    }

    fn id(&mut self, list: &str) -> Value {
        json!(self.dice.pick(&self.ids[list]))
    }

    fn owner(&mut self) -> Value {
        let list = *self.dice.pick(&["units", "people"]);
        self.id(list)
    }

    /// A role with an item, or one without.
    fn role(&mut self) -> Value {
        match self.dice.throw(5) {
            0 => self.id("roles"),
            1 => json!("head"),
            2 => json!("member"),
            3 => json!("security_representative"),
            _ => json!("security_coordinator"),
        }
    }

    /// Puts ids where ids belong, and numbers that fit together.
    fn connect(&mut self, list: &str, place: usize, item: &mut Value) {
        match list {
            "units" => {
                item["kind"] = json!(KINDS[place]);
                item["parent"] = PARENTS[place].map_or(Value::Null, |parent| json!(self.ids["units"][parent]));
            }
            "people" => item["unit"] = self.id("units"),
            "assignments" => {
                item["role"] = self.role();
                item["unit"] = self.id("units");
                for field in ["person", "appointed_by", "reports_to"] {
                    item[field] = self.id("people");
                }
                item["reports_to"] =
                    if item["reports_to"] == item["person"] { Value::Null } else { item["reports_to"].take() };
                item["substitute_for"] = if self.dice.throw(6) == 0 { self.id("people") } else { Value::Null };
                item["on_behalf_of"] = self.id("units");
                item["from"] = json!("2024-01-01");
                item["until"] = if self.dice.throw(2) == 0 { json!("2026-06-30") } else { Value::Null };
            }
            "rules" => self.connect_rule(item),
            "trainings" => item["roles"] = json!([self.role(), self.role()]),
            "completions" => {
                item["training"] = self.id("trainings");
                item["person"] = self.id("people");
            }
            "documents" => item["owner"] = self.owner(),
            "activities" => {
                item["unit"] = self.id("units");
                item["role"] = self.role();
                item["who"] = json!([self.id("people"), self.id("people")]);
            }
            "questions" => item["by"] = self.id("people"),
            "scales" => {
                for (level, item) in (1..).zip(item["levels"].as_array_mut().unwrap()) {
                    item["above"] = Value::Null;
                    item["up_to"] = if level == 1 { json!(1) } else { Value::Null };
                }
            }
            "matrices" => {
                item["likelihood"] = json!(self.ids["scales"][0]);
                item["consequence"] = json!([self.ids["scales"][1]]);
                item["grid"] = json!([[0, 0], [0, 1]]);
            }
            "risks" => {
                item["units"] = json!([self.id("units"), self.id("units")]);
                item["owner"] = self.owner();
                item["matrix"] = self.id("matrices");
                item["likelihood"] = json!(2);
                self.dimensions(item);
                for position in ["current", "target"] {
                    item[position]["likelihood"] = json!([1, 2]);
                    self.dimensions(&mut item[position]);
                }
                let motive = item["motives"]["likelihood"].take();
                item["motives"] = json!({ self.ids["scales"][1].clone(): motive });
            }
            "measures" => {
                item["owner"] = self.owner();
                item["risks"] = json!([self.id("risks"), self.id("risks")]);
                self.dimensions(&mut item["effect"]);
            }
            "functions" | "dependencies" => {
                for need in item["needs"].as_array_mut().unwrap() {
                    let list = *self.dice.pick(&["functions", "dependencies"]);
                    need["on"] = self.id(list);
                }
                if list == "functions" {
                    item["unit"] = self.id("units");
                    item["owner"] = self.owner();
                } else if place == 0 {
                    item["supplier"] = self.id("units");
                }
            }
            "rounds" => {
                for asked in item["receivers"].as_array_mut().unwrap() {
                    asked["unit"] = self.id("units");
                }
            }
            "editions" => item["content"] = self.content(),
            "exceptions" => {
                let rule = place * 5 % 12;
                let rule = (self.ids["rules"][rule].clone(), rule);
                item["finding"] = json!(format!("{}:{}", rule.0, self.subject(rule.1)));
                item["who"] = self.id("people");
            }
            _ => {}
        }
    }

    fn dimensions(&mut self, of: &mut Value) {
        of["consequence"] = json!({ self.ids["scales"][1].clone(): 1 });
    }

    fn content(&mut self) -> Value {
        let lists = ["scales", "matrices", "risks", "measures", "functions", "dependencies", "exceptions", "rules"];
        let lists: Vec<_> = lists.map(str::to_owned).into();
        // Its ids are not those of the file around it.
        let ids = self.ids.clone();
        let content = self.file(&lists);
        self.ids = ids;
        content
    }

    fn connect_rule(&mut self, item: &mut Value) {
        let shape = item
            .as_object_mut()
            .unwrap()
            .iter_mut()
            .find(|(key, value)| !["text", "source", "unknown"].contains(&key.as_str()) && value.is_object());
        let (key, shape) = shape.unwrap();
        for field in ["of", "who", "to", "by"] {
            if shape[field].is_string() {
                shape[field] = self.role();
            }
        }
        for field in ["every", "who"] {
            if shape[field].is_array() {
                shape[field] = json!([self.role(), self.role()]);
            }
        }
        if key == "members" || key == "represented" {
            shape["group"] = json!(self.ids["units"][6]);
        }
        if key == "represented" {
            shape["parties"] = json!([self.id("units"), self.id("units")]);
        }
        if key == "trained" {
            shape["training"] = self.id("trainings");
        }
        if shape["in"].is_object() {
            shape["in"]["under"] = self.id("units");
        }
    }

    /// A subject that a rule of the shape at this place may have.
    fn subject(&mut self, place: usize) -> String {
        let shapes = SCHEMA["$defs"]["Rule"]["oneOf"].as_array().unwrap();
        let shape = shapes[place % shapes.len()]["required"][0].as_str().unwrap();
        let mut id = |list: &str| self.dice.pick(&self.ids[list]).clone();
        match shape {
            "exists" => "group".to_owned(),
            "holders" | "substitute" | "inventoried" => id("units"),
            "represented" => format!("{}:{}", id("units"), id("units")),
            "reviewed" => id("documents"),
            "done" => format!("{}:exercise", id("units")),
            "load" => id("people"),
            _ => format!("{}:{}", id("units"), id("people")),
        }
    }
}

fn definition(list: &str) -> &'static str {
    let target = SCHEMA["properties"][list]["items"]["$ref"].as_str().unwrap();
    target.strip_prefix("#/$defs/").unwrap()
}
