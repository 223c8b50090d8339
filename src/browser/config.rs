//! What whoever puts the page on a server has set: `config.json` beside it, which need not be there. It is fetched when a
//! page first needs it; what the start itself needs of it, boot.js passes on ([`super::boot`]). What cannot be used of it
//! is left out, and the rest holds.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{location, visit};
use crate::exchange::host::Embedders;
use crate::organisation::links;
use crate::organisation::value::Label;

/// Name of the configuration file, beside the page.
const FILE: &str = "config.json";

/// Bytes it may have.
const MOST: f64 = 65_536.0;

/// What the configuration file sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Where readers say what they think.
    pub feedback: Option<Feedback>,
    /// The sites that may embed the page, and talk with it.
    pub embedders: Embedders,
    /// How an embedded view looks: tokens and their values.
    pub tokens: Vec<(String, String)>,
}

/// Where readers say what they think.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// An `https:` or `mailto:` address.
    pub href: String,
    /// What the link says; absent for the page's own words.
    pub label: Option<Label>,
}

/// What is set. Nothing is where there is no such file, or none that can be read.
pub async fn fetch() -> Config {
    let Some(set) = read().await else { return Config::default() };
    Config {
        feedback: feedback(&get(&set, "feedback")),
        embedders: Embedders::new(list(&get(&set, "embedders")).filter_map(|origin| origin.as_string())),
        tokens: tokens(&get(&set, "tokens")),
    }
}

async fn read() -> Option<JsValue> {
    let file = visit::file(&location::beside_page(FILE)?).await?;
    if file.size() > MOST {
        return None;
    }
    let bytes = file.read().await?;
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
    JSON::parse(&text).ok()
}

fn feedback(set: &JsValue) -> Option<Feedback> {
    let href = links::feedback(&get(set, "url").as_string()?)?;
    Some(Feedback { href, label: label(&get(set, "label")) })
}

/// A text for people: one for all, or one per language.
fn label(set: &JsValue) -> Option<Label> {
    let said = |key: &str| get(set, key).as_string();
    let (sv, en) = (said("sv"), said("en"));
    let first = set.as_string().or_else(|| sv.clone()).or_else(|| en.clone())?;
    Some(Label { en: en.filter(|_| sv.is_some()), ..Label::plain(first) })
}

fn tokens(set: &JsValue) -> Vec<(String, String)> {
    let pair = |entry: JsValue| Some((get(&entry, "0").as_string()?, get(&entry, "1").as_string()?));
    set.dyn_ref().map(|set| Object::entries(set).iter().filter_map(pair).collect()).unwrap_or_default()
}

fn list(set: &JsValue) -> impl Iterator<Item = JsValue> {
    let items = if Array::is_array(set) { Array::from(set) } else { Array::new() };
    items.into_iter()
}

fn get(set: &JsValue, key: &str) -> JsValue {
    Reflect::get(set, &key.into()).unwrap_or(JsValue::UNDEFINED)
}
