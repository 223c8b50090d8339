//! Style that comes with a page and goes with it: a constructed stylesheet, which the policy of the page allows where
//! nothing inline is.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{document, window};

/// A stylesheet in use until it is dropped.
#[derive(Debug)]
pub struct StyleSheet(JsValue);

impl StyleSheet {
    /// Puts rules of CSS to use. None where the browser knows no constructed stylesheets: the page then has less style
    /// and all of its content.
    pub fn adopt(css: &str) -> Option<Self> {
        let class: Function = Reflect::get(&window(), &"CSSStyleSheet".into()).ok()?.dyn_into().ok()?;
        let sheet = Reflect::construct(&class, &Array::new()).ok()?;
        let replace: Function = Reflect::get(&sheet, &"replaceSync".into()).ok()?.dyn_into().ok()?;
        replace.call1(&sheet, &css.into()).ok()?;
        let adopted = adopted()?;
        adopted.push(&sheet);
        adopt(&adopted).then_some(Self(sheet))
    }
}

impl Drop for StyleSheet {
    fn drop(&mut self) {
        if let Some(adopted) = adopted() {
            let others = adopted.iter().filter(|sheet| !js_sys::Object::is(sheet, &self.0));
            adopt(&others.collect());
        }
    }
}

/// The stylesheets in use, as a list of our own.
fn adopted() -> Option<Array> {
    Reflect::get(&document(), &"adoptedStyleSheets".into()).ok().map(|sheets| Array::from(&sheets))
}

fn adopt(sheets: &Array) -> bool {
    Reflect::set(&document(), &"adoptedStyleSheets".into(), sheets).unwrap_or(false)
}
