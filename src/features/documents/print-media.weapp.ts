// WeChat prints nothing, and WXSS knows no @page.
export {};
