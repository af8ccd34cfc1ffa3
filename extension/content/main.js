/** Where a page's copy of Amends begins. */
