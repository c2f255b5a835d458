/** WeChat wants this component once `tabBar.custom` is set; the bar itself is drawn by the page (components/tab-bar). */
export default function CustomTabBar() {
  return null;
}
