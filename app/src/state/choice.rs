//! The person's choice, as a value.

use map::{Filter, Layer, Reading, Status, Subject, View};

/// The person's choice: what is shown, and of what the answer is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The layers that are shown.
    pub(crate) layers: Vec<Layer>,
    /// The statuses that are hidden.
    pub(crate) filter: Filter,
    /// The subject whose answer is shown.
    pub(crate) selection: Option<Subject>,
    /// The map with the answer or a list beside it, or the table.
    pub(crate) view: View,
    /// The reading of the map: schemes, or shares of the population.
    pub(crate) reading: Reading,
    /// The keys of the territories that are compared, between commas; empty while an answer or a list is
    /// shown.
    pub(crate) compared: String,
}

impl Default for Choice {
    /// Every layer on the map, nothing selected.
    fn default() -> Self {
        Self {
            layers: Layer::ALL.to_vec(),
            filter: Filter::default(),
            selection: None,
            view: View::default(),
            reading: Reading::default(),
            compared: String::new(),
        }
    }
}

impl Choice {
    /// Whether schemes of a layer with a status are shown.
    pub(crate) fn shows(&self, layer: Layer, status: Status) -> bool {
        self.layers.contains(&layer) && self.filter.shows(layer, status)
    }

    /// Shows a layer that is hidden, hides one that is shown.
    pub(super) fn toggle(&mut self, layer: Layer) {
        if self.layers.contains(&layer) {
            self.layers.retain(|shown| *shown != layer);
        } else {
            self.layers.push(layer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_that_is_hidden_hides_its_statuses_and_comes_back_with_them() {
        let mut choice = Choice::default();
        choice.filter = choice.filter.toggled(Layer::Cls, Status::Active);
        assert!(!choice.shows(Layer::Cls, Status::Active));
        assert!(choice.shows(Layer::Cls, Status::Unknown));
        choice.toggle(Layer::Cls);
        assert!(!choice.shows(Layer::Cls, Status::Unknown));
        choice.toggle(Layer::Cls);
        assert!(choice.shows(Layer::Cls, Status::Unknown));
        assert!(!choice.shows(Layer::Cls, Status::Active));
    }
}
