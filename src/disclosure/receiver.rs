//! Whom an extract is for, and what such a receiver may see.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::audience::Audience;
use crate::organisation::unit::UnitKind;
use crate::organisation::{Index, Organisation};

/// Whom an extract is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Receiver {
    /// Anyone at all: an extract for the public.
    Public,
    /// An external party, by the id of its unit.
    Party(String),
    /// A department or a company of the municipality, by the id of its unit.
    Department(String),
    /// The municipality's own people.
    Internal,
}

/// Why no extract can be made for a receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoReceiver {
    /// The receiver is none of those there are.
    Unknown(String),
    /// The file has no unit of this id.
    NotFound(String),
    /// The unit is no external party.
    NotAParty(String),
    /// The unit is neither a department nor a company.
    NotADepartment(String),
}

impl FromStr for Receiver {
    type Err = NoReceiver;

    fn from_str(text: &str) -> Result<Self, NoReceiver> {
        match text.split_once(':') {
            None if text == "public" => Ok(Self::Public),
            None if text == "internal" => Ok(Self::Internal),
            Some(("party", id)) if !id.is_empty() => Ok(Self::Party(id.to_owned())),
            Some(("department", id)) if !id.is_empty() => Ok(Self::Department(id.to_owned())),
            _ => Err(NoReceiver::Unknown(text.to_owned())),
        }
    }
}

impl fmt::Display for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = self.word();
        match self.unit() {
            Some(id) => write!(f, "{word}:{id}"),
            None => f.write_str(word),
        }
    }
}

impl Receiver {
    /// The kind of receiver as a word, without the unit.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Party(_) => "party",
            Self::Department(_) => "department",
            Self::Internal => "internal",
        }
    }

    /// The id of the unit it is, where it is one.
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Party(id) | Self::Department(id) => Some(id),
            Self::Public | Self::Internal => None,
        }
    }

    /// Looks its unit up in a file.
    pub fn check(&self, organisation: &Organisation<'_>, index: &Index) -> Result<(), NoReceiver> {
        let Some(id) = self.unit() else { return Ok(()) };
        let unit = index.unit(id).ok_or_else(|| NoReceiver::NotFound(id.to_owned()))?;
        match (self, organisation.units[unit as usize].kind) {
            (Self::Party(_), kind) if kind != UnitKind::Party => Err(NoReceiver::NotAParty(id.to_owned())),
            (Self::Department(_), kind) if !matches!(kind, UnitKind::Department | UnitKind::Company) => {
                Err(NoReceiver::NotADepartment(id.to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// The receiver that is all of some readers; none for those who may read all, for they get the file itself.
    pub const fn reading_as(audience: Audience) -> Option<Self> {
        match audience {
            Audience::Public => Some(Self::Public),
            Audience::Internal => Some(Self::Internal),
            Audience::All => None,
        }
    }

    /// The readers it is of.
    pub const fn audience(&self) -> Audience {
        match self {
            Self::Public | Self::Party(_) => Audience::Public,
            Self::Internal | Self::Department(_) => Audience::Internal,
        }
    }
}
