const page = (name: string) => (id: string) => `/packages/volunteers/${name}/index?id=${id}`;

/** Pages of the mini-program that messages about volunteers lead to. */
export const volunteerLinks = {
  task: page('task'),
  shift: page('shift'),
  surge: page('surge'),
  board: page('board'),
  hours: '/packages/volunteers/hours/index',
};
