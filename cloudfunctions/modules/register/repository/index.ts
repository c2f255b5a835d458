export { leftovers } from './leftovers';
export { registers } from './registers';
export { placesBelow, registeredHomes } from './snapshot';
export { batches, namesakes, versions } from './versions';
