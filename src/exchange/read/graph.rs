//! Users as Microsoft Graph answers, `users?$expand=manager` among them. `PowerShell` writes the same under keys with
//! capitals.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::exchange::sheet::{SheetCell, SheetTable};

/// An answer: a page of users, a bare list of them, or one.
#[derive(Deserialize)]
#[serde(untagged)]
enum GraphAnswer {
    Page(GraphPage),
    /// Pages that were fetched one by one and put together.
    Pages(Vec<GraphPage>),
    List(Vec<GraphUser>),
    One(Box<GraphUser>),
}

#[derive(Deserialize)]
struct GraphPage {
    #[serde(alias = "Value")]
    value: Vec<GraphUser>,
    /// Where the next page is.
    #[serde(rename = "@odata.nextLink", alias = "odata.nextLink", alias = "nextLink")]
    next: Option<serde::de::IgnoredAny>,
    /// How many users there are on all pages.
    #[serde(rename = "@odata.count", alias = "odata.count")]
    count: Option<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_field_names, reason = "the names are Graph's")]
struct GraphUser {
    #[serde(alias = "Id")]
    id: Option<String>,
    #[serde(alias = "DisplayName")]
    display_name: Option<String>,
    #[serde(alias = "GivenName")]
    given_name: Option<String>,
    #[serde(alias = "Surname")]
    surname: Option<String>,
    #[serde(alias = "Mail")]
    mail: Option<String>,
    #[serde(alias = "UserPrincipalName")]
    user_principal_name: Option<String>,
    #[serde(default, alias = "BusinessPhones")]
    business_phones: Option<Vec<String>>,
    #[serde(alias = "MobilePhone")]
    mobile_phone: Option<String>,
    #[serde(alias = "Department")]
    department: Option<String>,
    #[serde(alias = "UserType")]
    user_type: Option<String>,
    #[serde(alias = "AccountEnabled")]
    account_enabled: Option<bool>,
    #[serde(alias = "Manager")]
    manager: Option<GraphManager>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct GraphManager {
    #[serde(alias = "Id")]
    id: Option<String>,
    #[serde(alias = "DisplayName")]
    display_name: Option<String>,
    #[serde(alias = "Mail")]
    mail: Option<String>,
    #[serde(alias = "UserPrincipalName")]
    user_principal_name: Option<String>,
    /// Where `PowerShell` keeps what it knows of a manager.
    #[serde(alias = "AdditionalProperties")]
    additional_properties: Option<Box<GraphManager>>,
}

/// The headings of the sheet, Graph's own words where it has one.
const HEADINGS: [&str; 13] = [
    "id",
    "displayName",
    "givenName",
    "surname",
    "mail",
    "userPrincipalName",
    "telephoneNumber",
    "mobilePhone",
    "department",
    "userType",
    "accountEnabled",
    "manager",
    "managerMail",
];

/// The users as one sheet whose headings are Graph's own words; `None` where the text is something else.
pub(super) fn sheets(text: &str) -> Option<Vec<SheetTable>> {
    let (users, goes_on) = match serde_json::from_str(text).ok()? {
        GraphAnswer::Page(page) => {
            let goes_on = page.goes_on(page.value.len());
            (page.value, goes_on)
        }
        GraphAnswer::Pages(pages) => {
            let read = pages.iter().map(|page| page.value.len()).sum();
            let goes_on = pages.last().is_some_and(|page| page.goes_on(read));
            (pages.into_iter().flat_map(|page| page.value).collect(), goes_on)
        }
        GraphAnswer::List(value) => (value, false),
        GraphAnswer::One(user) => (vec![*user], false),
    };
    let known = |user: &GraphUser| user.display_name.is_some() || user.user_principal_name.is_some();
    if !users.iter().any(known) {
        return None;
    }
    let managers: FxHashMap<String, GraphManager> =
        users.iter().filter_map(|user| Some((user.id.clone()?, user.as_manager()))).collect();
    let text = |text: Option<String>| text.map_or(SheetCell::Empty, SheetCell::text);
    let mut rows = vec![HEADINGS.map(|heading| SheetCell::Text(heading.into())).to_vec()];
    rows.extend(users.into_iter().map(|user| {
        let phone = user.business_phones.and_then(|phones| phones.into_iter().next());
        let manager = user.manager.map(|manager| manager.told(&managers)).unwrap_or_default();
        vec![
            text(user.id),
            text(user.display_name),
            text(user.given_name),
            text(user.surname),
            text(user.mail),
            text(user.user_principal_name),
            text(phone),
            text(user.mobile_phone),
            text(user.department),
            text(user.user_type),
            user.account_enabled.map_or(SheetCell::Empty, SheetCell::Yes),
            text(manager.display_name),
            text(manager.mail.or(manager.user_principal_name)),
        ]
    }));
    let mut table = SheetTable::new("users", rows);
    table.left_out.goes_on = goes_on;
    Some(vec![table])
}

/// Whether a text of JSON has to do with users all the same.
pub(super) fn is_of_users(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["displayname", "userprincipalname", "samaccountname"].iter().any(|key| text.contains(&format!("\"{key}\"")))
}

impl GraphPage {
    /// Whether there are more users than have been read.
    fn goes_on(&self, read: usize) -> bool {
        self.next.is_some() || self.count.is_some_and(|count| count > read)
    }
}

impl GraphUser {
    /// How others name them as their manager.
    fn as_manager(&self) -> GraphManager {
        GraphManager {
            display_name: self.display_name.clone(),
            mail: self.mail.clone(),
            user_principal_name: self.user_principal_name.clone(),
            ..GraphManager::default()
        }
    }
}

impl GraphManager {
    /// The manager with a name: an answer may give the id alone, and the user of that id elsewhere.
    fn told(self, users: &FxHashMap<String, Self>) -> Self {
        let bare = self.display_name.is_none() && self.mail.is_none() && self.user_principal_name.is_none();
        match (self.additional_properties, &self.id) {
            (Some(inside), _) if bare => Self { id: self.id, ..*inside },
            (inside, Some(id)) if bare => {
                users.get(id).cloned().unwrap_or(Self { additional_properties: inside, ..Self::default() })
            }
            (inside, _) => Self { additional_properties: inside, ..self },
        }
    }
}
