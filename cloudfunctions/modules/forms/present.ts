import type { Body } from '@contract/decision';
import { type FormsView, type FormView, MEETING_FORMS, type MeetingForm } from '@contract/meeting-forms';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import type { PlaceDocument } from '../members/documents';
import { places } from '../members/repository';
import { BODY_LABELS } from '../motions/words';
import { bodyPlaceRefusal } from '../motions/policy/place';
import type { FormNamesDocument } from './documents';
import { mayName } from './policy';
import { formNames } from './repository';
import { FORM_BOOK } from './rules/form-book';

const DECIDES = '可以在会上表决，当场有结果';
const HEARS = '只听意见、商量办法，不作决定；要决定，再交给能表决的会';

function formView(form: MeetingForm, names: FormNamesDocument | null): FormView {
  const { name: standardName, agenda, bodies, places: _kinds, ...terms } = FORM_BOOK[form];
  const own = names?.named.find((one) => one.form === form);
  return {
    ...terms,
    form,
    name: own?.name ?? standardName,
    standardName,
    purpose: own?.purpose ?? terms.purpose,
    decidesWords: terms.decides ? DECIDES : HEARS,
    agenda: [...agenda],
    bodies: [...bodies],
  };
}

/** As it is held in one place: where one statutory body can meet there, by that body's name. */
function withBodies(view: FormView, bodies: Body[]): FormView {
  const [only, ...others] = bodies;
  const name = view.form === 'statutory' && only && others.length === 0 ? BODY_LABELS[only] : view.name;
  return { ...view, name, bodies };
}

/** The forms that can be held in a place, by the community's names, and whether the caller names them. */
export async function presentForms(context: Context, place: PlaceDocument): Promise<FormsView> {
  const [above, names, profile] = await Promise.all([
    places.onPath(store, place.path),
    formNames.onPath(store, place.path),
    places.profileFor(store, place.path),
  ]);
  const community = above.find(({ kind }) => kind === 'community') ?? null;
  const forms = MEETING_FORMS.filter((form) => FORM_BOOK[form].places.includes(place.kind)).map((form) =>
    formView(form, names),
  );
  const here = forms.map((view) =>
    withBodies(
      view,
      view.bodies.filter((body) => bodyPlaceRefusal(body, place.kind, profile) !== 'PLACE_KIND_WRONG'),
    ),
  );
  return {
    placeId: place._id,
    forms: here.filter(({ bodies }) => bodies.length > 0),
    community: community && { id: community._id, name: community.name },
    named: names?.named ?? [],
    revision: names?.revision ?? 0,
    can: { name: mayName(context.actor, context.now, place) },
  };
}
