//! Draws from a seed: the same on every machine.

/// Xoshiro256++ (Blackman and Vigna, *ACM Transactions on Mathematical Software* 47, 2021), seeded by SplitMix64.
#[derive(Clone, Debug)]
pub struct Draws([u64; 4]);

impl Draws {
    /// A stream of draws; equal seeds give equal streams.
    pub fn new(seed: u64) -> Draws {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        Draws([next(), next(), next(), next()])
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let s = &mut self.0;
        let out = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        out
    }

    /// Uniform over the open interval from 0 to 1.
    pub fn uniform(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Uniform over `0..count` (multiply and shift: Lemire, *ACM Transactions on Modeling and Computer Simulation* 29,
    /// 2019; the bias is below `count / 2^64`).
    pub fn below(&mut self, count: usize) -> usize {
        ((u128::from(self.bits()) * count as u128) >> 64) as usize
    }

    /// Standard normal, for simulations (Box and Muller, *Annals of Mathematical Statistics* 29, 1958).
    #[cfg(test)]
    pub fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(self.uniform()));
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }

    /// Uniform over the weights that are not negative and sum to one: exponential draws over their sum (Devroye,
    /// *Non-Uniform Random Variate Generation*, 1986, ch. V.2).
    pub fn weights(&mut self, count: usize) -> Vec<f64> {
        let draws: Vec<f64> = (0..count).map(|_| -libm::log(self.uniform())).collect();
        let all: f64 = draws.iter().sum();
        draws.iter().map(|one| one / all).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_fixes_the_stream() {
        let first: Vec<u64> = std::iter::repeat_with({
            let mut draws = Draws::new(7);
            move || draws.bits()
        })
        .take(3)
        .collect();
        let mut again = Draws::new(7);
        assert_eq!(first, [again.bits(), again.bits(), again.bits()]);
        assert_ne!(Draws::new(8).bits(), first[0]);
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        let mut draws = Draws::new(1);
        let normal: Vec<f64> = (0..40_000).map(|_| draws.normal()).collect();
        let mean = normal.iter().sum::<f64>() / 40_000.0;
        let square = normal.iter().map(|z| z * z).sum::<f64>() / 40_000.0;
        assert!(mean.abs() < 0.02 && (square - 1.0).abs() < 0.03, "{mean} {square}");
        let below = (0..6000).filter(|_| draws.below(3) == 2).count();
        assert!((1850..2150).contains(&below), "{below}");
        let first: f64 = (0..20_000).map(|_| draws.weights(4)[0]).sum::<f64>() / 20_000.0;
        assert!((first - 0.25).abs() < 0.01, "{first}");
    }
}
