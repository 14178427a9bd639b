import { useId, type ReactNode } from "react";
import { weightVerdict, type Weighted } from "../weights";
import styles from "./WeightSliders.module.css";

type Span = readonly [number, number];
/** A weight that can be tried: what it was, between which weights nobody else is first (`free`), and between which the order and its ties stay (`fixed`); in per cent. */
export type TriedWeight = Weighted & { was: number; free: Span | null; fixed: Span | null };

/** A slider for each weight; their sum is always shown. Under each stand the stretches in which it can move alone. */
export function WeightSliders({ weights, onWeight }: { weights: TriedWeight[]; onWeight: (index: number, weight: number) => void }): ReactNode {
  const verdict = weightVerdict(weights);
  return (
    <div className={styles.sliders}>
      <div className={styles.heads} aria-hidden="true"><span>Assessment</span><span /><span>Weight</span><span>Nobody else is first</span><span>Order and ties stay</span></div>
      {weights.map((weight, index) => (
        <Slider key={weight.id} weight={weight} onChange={(next) => onWeight(index, next)} />
      ))}
      <p role="status" className={styles.sum}>Sum: <strong>{verdict.text}</strong></p>
    </div>
  );
}

function Slider({ weight, onChange }: { weight: TriedWeight; onChange: (weight: number) => void }): ReactNode {
  const id = useId();
  const tried = weight.weight !== weight.was;
  const { free, fixed } = weight;
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.title}>{weight.title}</label>
      <span className={styles.track}>
        <input id={id} className={styles.slider} type="range" min={0} max={100} step={1} value={weight.weight} aria-valuetext={`${weight.weight}%`} aria-describedby={`${id}-free ${id}-fixed`} onChange={(event) => onChange(event.target.valueAsNumber)} />
        <span className={styles.free} aria-hidden="true">
          {free && <span style={stretch(free)} />}
          {fixed && <span className={styles.fixed} style={stretch(fixed)} />}
        </span>
      </span>
      <span className={styles.figure}>{weight.weight}%{tried && <span className={styles.was}> was {weight.was}</span>}</span>
      <span id={`${id}-free`} className={styles.words}>{free && <><span className="visually-hidden">Nobody else is first </span>{freeText(free)}</>}</span>
      <span id={`${id}-fixed`} className={styles.words}>{fixed && <><span className="visually-hidden">Order and ties stay </span>{freeText(fixed)}</>}</span>
    </div>
  );
}

function stretch([from, to]: Span): { left: string; width: string } {
  return { left: `${from}%`, width: `${to - from}%` };
}

/** Between which weights nothing changes, in words; rounded inwards, so that no more is promised than holds. */
export function freeText([from, to]: readonly [number, number]): string {
  const [low, high] = [Math.ceil(from - 1e-9), Math.floor(to + 1e-9)];
  if (low <= 0 && high >= 100) return "at any weight";
  return low >= high ? "at this weight only" : `from ${low}% to ${high}%`;
}
