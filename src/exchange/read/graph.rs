//! Users as Microsoft Graph answers, `users?$expand=manager` among them.

use serde::Deserialize;

use crate::exchange::sheet::{Cell, Table};

/// An answer: a page of users, or a bare list of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Page { value: Vec<User> },
    List(Vec<User>),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_field_names, reason = "the names are Graph's")]
struct User {
    id: Option<String>,
    display_name: Option<String>,
    given_name: Option<String>,
    surname: Option<String>,
    mail: Option<String>,
    user_principal_name: Option<String>,
    #[serde(default)]
    business_phones: Option<Vec<String>>,
    mobile_phone: Option<String>,
    department: Option<String>,
    user_type: Option<String>,
    account_enabled: Option<bool>,
    manager: Option<Manager>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manager {
    display_name: Option<String>,
    mail: Option<String>,
    user_principal_name: Option<String>,
}

/// The headings of the sheet, Graph's own words where it has one.
const HEADINGS: [&str; 12] = [
    "id",
    "displayName",
    "givenName",
    "surname",
    "mail",
    "userPrincipalName",
    "telephoneNumber",
    "department",
    "userType",
    "accountEnabled",
    "manager",
    "managerMail",
];

/// The users as one sheet whose headings are Graph's own words; `None` where the text is something else.
pub(super) fn sheets(text: &str) -> Option<Vec<Table>> {
    let users = match serde_json::from_str(text).ok()? {
        Answer::Page { value } | Answer::List(value) => value,
    };
    let known = |user: &User| user.display_name.is_some() || user.user_principal_name.is_some();
    if !users.iter().any(known) {
        return None;
    }
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::text);
    let mut rows = vec![HEADINGS.map(|heading| Cell::Text(heading.into())).to_vec()];
    rows.extend(users.into_iter().map(|user| {
        let phone = user.business_phones.and_then(|phones| phones.into_iter().next()).or(user.mobile_phone);
        let (manager, manager_mail) = user
            .manager
            .map_or((None, None), |manager| (manager.display_name, manager.mail.or(manager.user_principal_name)));
        vec![
            text(user.id),
            text(user.display_name),
            text(user.given_name),
            text(user.surname),
            text(user.mail),
            text(user.user_principal_name),
            text(phone),
            text(user.department),
            text(user.user_type),
            user.account_enabled.map_or(Cell::Empty, Cell::Yes),
            text(manager),
            text(manager_mail),
        ]
    }));
    Some(vec![Table::new("users", rows)])
}
