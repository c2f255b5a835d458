import { invalidOperator, requestFailed } from '../failure';
import { type Condition, type Matcher, opening } from '../matchers/condition';
import { show } from '../update/show';
import { isDocument, type Document, type Value } from '../value';
import { geometryOf, legacyPoint, storedGeometry } from './geometry';
import { intersects, type Region, within } from './relations';

const FLAT = ['$box', '$polygon', '$center', '$uniqueDocs'];

export const $geoWithin: Matcher = (operand) => {
  const region = regionOf(operand);
  return [geometric((geometry) => within(geometry, region))];
};

export const $geoIntersects: Matcher = (operand) => {
  const { $geometry, ...rest } = asDocument(operand, '$geoIntersects');
  const unknown = Object.keys(rest)[0];
  if ($geometry === undefined || unknown !== undefined) {
    throw requestFailed(`$geoIntersects not supported with provided geometry: ${show(operand)}`);
  }
  const wanted = geometryOf($geometry);
  return [geometric((geometry) => intersects(geometry, wanted))];
};

function geometric(test: (geometry: NonNullable<ReturnType<typeof storedGeometry>>) => boolean): Condition {
  return opening((value) => {
    const geometry = storedGeometry(value);
    return geometry !== undefined && test(geometry);
  });
}

function regionOf(operand: Value): Region {
  const specification = asDocument(operand, '$geoWithin');
  const [name, ...others] = Object.keys(specification);
  if (name !== undefined && FLAT.includes(name)) {
    throw invalidOperator(`The local cloud does not support ${name}: it has no flat geometry`);
  }
  if (name === '$centerSphere' && others.length === 0) return capOf(specification.$centerSphere as Value);
  if (name !== '$geometry' || others.length > 0) {
    throw requestFailed(`$geoWithin not supported with provided geometry: ${show(operand)}`);
  }
  const { polygons, points, lines } = geometryOf(specification.$geometry);
  if (polygons.length === 0 || points.length > 0 || lines.length > 0) {
    throw requestFailed(`$geoWithin not supported with provided geometry: ${show(operand)}`);
  }
  return { polygons };
}

/** `[[lng, lat], radius in radians]`. */
function capOf(value: Value): Region {
  if (!Array.isArray(value) || value.length !== 2) {
    throw requestFailed(`Only 2 fields allowed for circular region: ${show(value)}`);
  }
  const [centre, radius] = value;
  if (typeof radius !== 'number' || !(radius >= 0)) {
    throw requestFailed('radius must be a non-negative number');
  }
  return { centre: legacyPoint(centre as Value), radius };
}

function asDocument(operand: Value, name: string): Document {
  if (isDocument(operand)) return operand;
  throw requestFailed(`${name} must be an object: ${show(operand)}`);
}
