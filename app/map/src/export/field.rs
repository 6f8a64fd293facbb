//! One value of a row, with its name.

/// A value with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The name in files for programs: `part_cls`.
    pub(super) code: &'static str,
    /// The name in spreadsheets: « Part en CLS actif (%) ».
    pub(super) title: &'static str,
    /// The value.
    pub(super) value: Value,
}

/// A value of a row. What is not known is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A code, whose zeros count: `01004`.
    Code(String),
    Text(String),
    Number(u32),
    Missing,
}

impl Field {
    pub(super) const fn new(code: &'static str, title: &'static str, value: Value) -> Self {
        Self { code, title, value }
    }
}

impl Value {
    /// A text; nothing for an empty one.
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text.to_owned()) }
    }

    pub(super) fn number(number: Option<u32>) -> Self {
        number.map_or(Self::Missing, Self::Number)
    }
}
