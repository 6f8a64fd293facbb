//! Values in the order of their last use (move to front): a value used again soon has a small rank.

/// Values, the one used last at the front.
#[derive(Debug, Default)]
pub(super) struct Recent(Vec<u32>);

impl Recent {
    /// Uses a value, and returns the rank that it had, from one on; zero for a new one.
    pub(super) fn use_value(&mut self, value: u32) -> u32 {
        match self.0.iter().position(|used| *used == value) {
            Some(at) => {
                self.0[..=at].rotate_right(1);
                at as u32 + 1
            }
            None => {
                self.add(value);
                0
            }
        }
    }

    /// Uses a new value, and returns it.
    pub(super) fn add(&mut self, value: u32) -> u32 {
        self.0.insert(0, value);
        value
    }

    /// Uses the value of a rank, from one on; none where there is no such rank.
    pub(super) fn take(&mut self, rank: u32) -> Option<u32> {
        let front = self.0.get_mut(..rank as usize)?;
        front.rotate_right(1);
        front.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_lead_back_to_the_values() {
        let values = [7, 7, 3, 7, 9, 3, 3, 7];
        let (mut writer, mut reader) = (Recent::default(), Recent::default());
        let ranks = values.map(|value| writer.use_value(value));
        assert_eq!(ranks, [0, 1, 0, 2, 0, 3, 1, 3]);
        for (rank, value) in ranks.into_iter().zip(values) {
            let read = if rank == 0 { Some(reader.add(value)) } else { reader.take(rank) };
            assert_eq!(read, Some(value));
        }
        assert_eq!(reader.take(9), None);
    }
}
