export { ConnectionDropped, FaultBoard, type FailWith } from './board';
export {
  FAULT_EFFECTS,
  timesOf,
  type FaultEffect,
  type FaultHandle,
  type Faults,
  type FaultSpec,
  type FaultTarget,
  type PlannedFault,
} from './spec';
