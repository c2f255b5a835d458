/** A person of the demo community whom the local H5 page can be used as; served to it as /persons.json. */
export interface DemoPerson {
  openid: string;
  name: string;
  /** What the person is there, in plain Chinese: 「社区书记」「3 栋 2 单元 业主」. */
  roles: string;
}
